using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

public sealed class SecretTests
{
    // The form of SOPS's output; there is nothing in it.
    private const string Encrypted = """
        apiVersion: v1
        kind: Secret
        metadata:
          name: rainfall-secrets-0123456789
        stringData:
          Database__Password: ENC[AES256_GCM,data:x,type:str]
          sops_mac: ENC[AES256_GCM,data:x,type:str]
          sops_age__list_0__map_recipient: age1x
        """;

    private static readonly IReadOnlyList<YamlNode> Rules = Yaml.Parse(File.ReadAllText(Repository.PathOf("gitops/.sops.yaml"))).Single().Items("creation_rules");

    private static readonly string[] Files =
        [.. Directory.GetFiles(Repository.PathOf("gitops"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.PathOf("gitops"), file))];

    public static TheoryData<string> Environments => new(Tree.Environments);

    [Fact]
    public void R25_a_secret_of_SOPS_may_stand_in_Git() => Assert.Empty(Faults(Encrypted));

    [Theory]
    [InlineData("Database__Password: ENC[AES256_GCM,data:x,type:str]", "Database__Password: correct-horse")]
    [InlineData("stringData:", "stringData:\n  Another: in-clear")]
    [InlineData("stringData:", "data:\n  Another: aW4tY2xlYXI=\nstringData:")]
    [InlineData("  sops_mac: ENC[AES256_GCM,data:x,type:str]", "")]
    [InlineData("  sops_age__list_0__map_recipient: age1x", "")]
    public void R25_a_secret_that_is_partly_in_clear_or_not_of_SOPS_may_not(string there, string instead)
    {
        Assert.Contains(there, Encrypted, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(Encrypted.Replace(there, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("envs: [secrets.env]")]
    [InlineData("files: [key=id.pem]")]
    [InlineData("literals: [PASSWORD=correct-horse]")]
    public void R25_a_generator_may_read_only_what_SOPS_wrote(string source)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("generator-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "kustomization.yaml"), $"secretGenerator:\n  - name: x\n    {source}\n");
            Assert.NotEmpty(RuleBook.All["R25"](new Target(Trees.Checkout, folder.FullName, "prod").With(new CommandResult(0, "", ""))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void R26_one_encryption_rule_is_for_the_files_that_an_environment_may_have(string environment)
    {
        YamlNode rule = Assert.Single(Matching($"overlays/{environment}/secrets.sops.env"));

        Assert.Same(rule, Assert.Single(Matching($"jobs/{environment}/database.sops.env")));
        Assert.Contains($"overlays/{environment}/", rule.Text("path_regex"), StringComparison.Ordinal);
        Assert.Single(Rules, other => other.Text("age") == rule.Text("age"));
        Assert.NotEmpty(rule.Text("age")!);
    }

    [Fact]
    public void R26_there_are_no_more_encryption_rules_than_environments() => Assert.Equal(Tree.Environments.Count, Rules.Count);

    [Fact]
    public void R26_the_encryption_rules_are_for_the_files_of_SOPS_and_no_other() =>
        Assert.All(Files, file => Assert.Equal(Path.GetFileName(file).IndexOf(".sops.", StringComparison.Ordinal) > 0 ? 1 : 0, Matching(file).Count));

    private static IEnumerable<string> Faults(string secret) => RuleBook.All["R25"](Trees.Checkout.Prod.With(new CommandResult(0, secret, "")));

    private static List<YamlNode> Matching(string file) =>
        [.. Rules.Where(rule => System.Text.RegularExpressions.Regex.IsMatch(file, rule.Text("path_regex")!, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))];
}
