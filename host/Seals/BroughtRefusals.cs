using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Seals;

/// <summary>What stands against receipts that an auditor brings, or that lie outside.</summary>
internal static class BroughtRefusals
{
    /// <summary>It is no token.</summary>
    internal static OpeningRefusedException NoToken(Message source) => new("receipt.no_token", ("source", source));

    /// <summary>The token is over another hash.</summary>
    internal static OpeningRefusedException Algorithm(Message source, string found) =>
        new("receipt.algorithm", ("source", source), ("found", found));

    /// <summary>The signature does not hold.</summary>
    internal static OpeningRefusedException Signature(Message source) => new("receipt.signature", ("source", source));

    /// <summary>Somebody else signed it.</summary>
    internal static OpeningRefusedException Signer(Message source, X509Certificate2 found) =>
        new(
            "receipt.signer",
            ("source", source),
            ("found", found.Subject),
            ("serial", found.SerialNumber),
            ("fingerprint", Convert.ToHexStringLower(found.GetCertHash(HashAlgorithmName.SHA256)))
        );

    /// <summary>The file holds no certificate.</summary>
    internal static OpeningRefusedException Certificate(string file) => new("receipt.certificate", ("file", file));

    /// <summary>The file is too large for a token.</summary>
    internal static OpeningRefusedException TokenTooLarge(string file, int most) =>
        new("receipt.token_too_large", ("file", file), ("most", most));

    /// <summary>The seal here is another than the one outside.</summary>
    internal static OpeningRefusedException OtherSeal(long seal, string hash, Message source, string found) =>
        new("receipt.seal_changed", ("seal", seal), ("hash", hash), ("source", source), ("found", found));

    /// <summary>The ledger has not the seal that lies outside.</summary>
    internal static OpeningRefusedException SealGone(long seal, Message source) =>
        new("receipt.seal_gone", ("seal", seal), ("source", source));

    /// <summary>The authority gave no token.</summary>
    internal static OpeningRefusedException NotStamped(long seal, Uri authority, Message detail) =>
        new("receipt.not_stamped", ("seal", seal), ("authority", $"{authority}"), ("detail", detail));

    /// <summary>A receipt outside does not read.</summary>
    internal static OpeningRefusedException Unreadable(Message why) => new("receipt.unreadable", ("why", why));
}
