using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>Checks time-stamp tokens against the certificate of an authority that the auditor brings.</summary>
public static class TimestampCheck
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Returns what a token attests: that a seal's hash existed at a moment.</summary>
    /// <param name="source">What and where it is.</param>
    /// <param name="der">The token, bare or in the answer of its authority.</param>
    /// <param name="trusted">The authority's certificates, its signer's or those above.</param>
    /// <exception cref="OpeningRefusedException">It is no token over a SHA-256, its signature does not hold, or somebody else signed it.</exception>
    public static OutsideReceipt Read(Message source, byte[] der, X509Certificate2Collection trusted)
    {
        var bare = TimestampResponse.TokenIn(der);
        if (!Rfc3161TimestampToken.TryDecode(bare, out var token, out var used) || used != bare.Length)
            throw BroughtRefusals.NoToken(source);
        var hash = token.TokenInfo.GetMessageHash();
        if (token.TokenInfo.HashAlgorithmId.Value != Sha256)
            throw BroughtRefusals.Algorithm(source, token.TokenInfo.HashAlgorithmId.Value ?? "–");
        if (!token.VerifySignatureForHash(hash.Span, HashAlgorithmName.SHA256, out var signer, trusted))
            throw BroughtRefusals.Signature(source);
        using (signer)
        {
            return IsTrusted(signer, trusted, token)
                ? new OutsideReceipt(source, null, Convert.ToHexStringLower(hash.Span), token.TokenInfo.Timestamp) { IsToken = true }
                : throw BroughtRefusals.Signer(source, signer);
        }
    }

    /// <summary>Reads certificates from a file, PEM or DER.</summary>
    /// <exception cref="OpeningRefusedException">It holds none.</exception>
    public static X509Certificate2Collection Certificates(BroughtFile file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            if (File.ReadAllText(file.Path).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
                found.ImportFromPemFile(file.Path);
            else
                found.Add(X509CertificateLoader.LoadCertificateFromFile(file.Path));
        }
        catch (CryptographicException)
        {
            throw BroughtRefusals.Certificate(file.Name);
        }

        return found;
    }

    private static bool IsTrusted(X509Certificate2 signer, X509Certificate2Collection trusted, Rfc3161TimestampToken token)
    {
        if (trusted.Any(c => c.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            return true;
        using var chain = new X509Chain { ChainPolicy = Policy(trusted, token) };
        return chain.Build(signer);
    }

    private static X509ChainPolicy Policy(X509Certificate2Collection trusted, Rfc3161TimestampToken token)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // The auditor's machine may have no network; an authority that was revoked is for the auditor not to bring.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = token.TokenInfo.Timestamp.UtcDateTime,
        };
        policy.CustomTrustStore.AddRange(trusted);
        policy.ExtraStore.AddRange(token.AsSignedCms().Certificates);
        policy.ApplicationPolicy.Add(new Oid(TimeStamping));
        return policy;
    }
}
