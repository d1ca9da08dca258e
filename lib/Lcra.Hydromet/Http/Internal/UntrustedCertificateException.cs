using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>A certificate failed validation. Other failures of a TLS handshake are also authentication exceptions, so this one has its own type.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is thrown in one place.")]
internal sealed class UntrustedCertificateException(SslPolicyErrors errors) : AuthenticationException($"The certificate failed validation: {errors}.")
{
    /// <summary>Accepts what the machine's own validation accepts.</summary>
    public static bool ThrowIfUntrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new UntrustedCertificateException(errors);
}
