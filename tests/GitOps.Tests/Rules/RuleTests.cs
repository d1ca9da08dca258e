using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

public sealed class RuleTests
{
    [KustomizeFact]
    public void R1_and_R32_everything_renders_with_nothing_on_stderr_each_option_alone_and_in_pairs() => RuleBook.Holds("R1", Targets.All);

    [KustomizeFact]
    public void R3_only_versions_that_Flux_and_Kubernetes_still_serve() => RuleBook.Holds("R3", Targets.All);

    [KustomizeFact]
    public void R4_every_object_is_in_its_environments_namespace() => RuleBook.Holds("R4", Targets.All);

    [KustomizeFact]
    public void R5_no_object_comes_twice() => RuleBook.Holds("R5", Targets.All);

    [KustomizeFact]
    public void R6_every_image_is_pinned_by_tag_and_digest() => RuleBook.Holds("R6", Targets.All);

    [KustomizeFact]
    public void R9_settings_are_hashed_immutable_and_kept_under_a_rollout_and_hold_no_secret() => RuleBook.Holds("R9", Targets.All);

    [KustomizeFact]
    public void R10_what_is_named_or_selected_is_there() => RuleBook.Holds("R10", Targets.All);

    [KustomizeFact]
    public void R11_every_pod_meets_the_restricted_standard() => RuleBook.Holds("R11", Targets.All);

    [KustomizeFact]
    public void R12_the_root_is_read_only_and_tmp_is_bounded() => RuleBook.Holds("R12", Targets.All);

    [KustomizeFact]
    public void R13_no_pod_has_a_token() => RuleBook.Holds("R13", Targets.All);

    [KustomizeFact]
    public void R14_three_probes_ask_as_localhost() => RuleBook.Holds("R14", Targets.All);

    [KustomizeFact]
    public void R15_there_is_time_to_stop() => RuleBook.Holds("R15", Targets.All);

    [KustomizeFact]
    public void R16_a_rollout_takes_nothing_away() => RuleBook.Holds("R16", Targets.All);

    [KustomizeFact]
    public void R17_all_replicas_and_a_rollout_fit_the_quota() => RuleBook.Holds("R17", Targets.All);

    [KustomizeFact]
    public void R18_prod_has_three_spread_replicas_and_a_budget() => RuleBook.Holds("R18", Targets.All);

    [KustomizeFact]
    public void R19_only_one_sets_the_number_of_replicas() => RuleBook.Holds("R19", Targets.All);

    [KustomizeFact]
    public void R20_traffic_is_denied_unless_it_is_needed() => RuleBook.Holds("R20", Targets.All);

    [KustomizeFact]
    public void R21_selectors_hold_only_labels_that_never_change() => RuleBook.Holds("R21", Targets.All);

    [KustomizeFact]
    public void R22_the_ingress_and_the_site_answer_for_the_same_host() => RuleBook.Holds("R22", Targets.All);

    [KustomizeFact]
    public void R23_nothing_is_left_to_substitute() => RuleBook.Holds("R23", Targets.All);

    [KustomizeFact]
    public void R24_no_deprecated_field_of_kustomize() => RuleBook.Holds("R24", Targets.All);

    [KustomizeFact]
    public void R25_no_secret_in_clear() => RuleBook.Holds("R25", Targets.All);

    [KustomizeFact]
    public void R27_Flux_prunes_waits_and_deploys_as_an_account_of_its_own() => RuleBook.Holds("R27", Targets.Clusters);

    [KustomizeFact]
    public void R28_the_namespace_enforces_the_restricted_standard() => RuleBook.Holds("R28", Targets.Clusters);
}
