using System.Text.RegularExpressions;

namespace GitOps.Tests.Rendering;

/// <summary>Takes out of a copy of this tree what init.sh and deployments write, so that a test begins alike in the template and in a fork.</summary>
internal static class Pristine
{
    public static void Reset(string root)
    {
        FirstImage.Reset(root);
        Write(root, ".github/CODEOWNERS", "^(/[^ ]+ +)@.*$", "$1@OWNER");
        Write(root, "gitops/components/flux-notifications/provider.yaml", "(address: https://github.com/).*$", "$1OWNER/REPO");
        Write(root, "gitops/components/flux-image-automation/imagerepository.yaml", "^(  image: ).*$", "$1ghcr.io/OWNER/REPO");
        Write(root, "gitops/components/tls/ingress.yaml", "(cluster-issuer: ).*$", "$1letsencrypt");
        foreach (string environment in Tree.Environments)
        {
            string host = environment == "dev" ? "rainfall.dev.example.org" : "rainfall.example.org";
            string settings = $"gitops/overlays/{environment}/rainfall.env";
            Write(root, settings, "^PUBLIC_HOST=.*$", $"PUBLIC_HOST={host}");
            Write(root, settings, "^AllowedHosts=.*$", $"AllowedHosts={host};localhost");
            Write(root, settings, "^Hydromet__Contact=.*$", $"Hydromet__Contact=https://{host}/");
            Write(root, $"gitops/overlays/{environment}/kustomization.yaml", @"^  - \.\./\.\./components/traefik-https\n", "");
        }
    }

    private static void Write(string root, string file, string there, string instead)
    {
        string path = Path.Combine(root, file);
        if (File.Exists(path))
        {
            File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), there, instead, RegexOptions.Multiline, TimeSpan.FromSeconds(1)));
        }
    }
}
