using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

public sealed class RuleTests
{
    [KustomizeTheory]
    [EachTree]
    public void R1_and_R32_everything_renders_with_nothing_on_stderr_each_option_alone_and_in_pairs(string tree) => RuleBook.Holds("R1", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R3_only_versions_that_Flux_and_Kubernetes_still_serve(string tree) => RuleBook.Holds("R3", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R4_every_object_is_in_its_environments_namespace(string tree) => RuleBook.Holds("R4", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R5_no_object_comes_twice(string tree) => RuleBook.Holds("R5", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R6_every_image_is_pinned_by_tag_and_digest(string tree) => RuleBook.Holds("R6", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R9_settings_are_hashed_immutable_and_kept_under_a_rollout_and_hold_no_secret(string tree) => RuleBook.Holds("R9", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R10_what_is_named_or_selected_is_there(string tree) => RuleBook.Holds("R10", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R11_every_pod_meets_the_restricted_standard(string tree) => RuleBook.Holds("R11", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R12_the_root_is_read_only_and_tmp_is_bounded(string tree) => RuleBook.Holds("R12", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R13_no_pod_has_a_token(string tree) => RuleBook.Holds("R13", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R14_three_probes_ask_as_localhost(string tree) => RuleBook.Holds("R14", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R15_there_is_time_to_stop(string tree) => RuleBook.Holds("R15", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R16_a_rollout_takes_nothing_away(string tree) => RuleBook.Holds("R16", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R17_all_replicas_and_a_rollout_fit_the_quota(string tree) => RuleBook.Holds("R17", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R18_prod_has_three_spread_replicas_and_a_budget(string tree) => RuleBook.Holds("R18", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R19_only_one_sets_the_number_of_replicas(string tree) => RuleBook.Holds("R19", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R20_traffic_is_denied_unless_it_is_needed(string tree) => RuleBook.Holds("R20", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R21_selectors_hold_only_labels_that_never_change(string tree) => RuleBook.Holds("R21", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R22_the_ingress_and_the_site_answer_for_the_same_host(string tree) => RuleBook.Holds("R22", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R23_nothing_is_left_to_substitute(string tree) => RuleBook.Holds("R23", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R24_no_deprecated_field_of_kustomize(string tree) => RuleBook.Holds("R24", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R25_no_secret_in_clear(string tree) => RuleBook.Holds("R25", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R27_Flux_prunes_waits_and_deploys_as_an_account_of_its_own(string tree) => RuleBook.Holds("R27", Trees.Of(tree).All.Where(target => target.IsCluster));

    [KustomizeTheory]
    [EachTree]
    public void R28_the_namespace_enforces_the_restricted_standard(string tree) => RuleBook.Holds("R28", Trees.Of(tree).Clusters);

    [KustomizeTheory]
    [EachTree]
    public void R37_every_environment_has_an_ingress_preset_and_a_host(string tree) => RuleBook.Holds("R37", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R38_an_environment_is_suspended_until_it_has_an_image(string tree) => RuleBook.Holds("R38", Trees.Of(tree).All.Where(target => target.IsCluster));

    [KustomizeTheory]
    [EachTree]
    public void R39_no_component_overrides_what_an_overlay_sets(string tree) => RuleBook.Holds("R39", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R40_pods_are_spread_in_a_way_that_the_API_server_accepts(string tree) => RuleBook.Holds("R40", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R41_heap_tmp_and_the_rest_fit_the_memory_limit(string tree) => RuleBook.Holds("R41", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R42_a_canary_keeps_three_replicas_and_its_test_reaches_them(string tree) => RuleBook.Holds("R42", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R43_ready_means_that_routes_and_canaries_serve(string tree) => RuleBook.Holds("R43", Trees.Of(tree).All.Where(target => target.IsCluster));

    [KustomizeTheory]
    [EachTree]
    public void R47_one_pod_writes_a_file_and_fills_the_archive(string tree) => RuleBook.Holds("R47", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R48_jobs_end_and_never_run_twice_at_once(string tree) => RuleBook.Holds("R48", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R51_alerts_watch_metrics_and_objects_that_exist(string tree) => RuleBook.Holds("R51", Trees.Of(tree).All);

    [KustomizeTheory]
    [EachTree]
    public void R49_a_site_that_reads_a_database_waits_for_its_migration(string tree) => RuleBook.Holds("R49", Trees.Of(tree).Overlays);
}
