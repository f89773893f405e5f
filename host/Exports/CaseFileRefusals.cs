using Workflow.Host.Opening;

namespace Workflow.Host.Exports;

/// <summary>What stands against writing a case file.</summary>
internal static class CaseFileRefusals
{
    /// <summary>No case is named.</summary>
    internal static OpeningRefusedException NoCase() => new("casefile.no_case");

    /// <summary>The name of the file says no format.</summary>
    internal static OpeningRefusedException Name(string found) => new("casefile.name", ("found", found));

    /// <summary>An attachment is gone without an order.</summary>
    internal static OpeningRefusedException AttachmentGone(string sha256) => new("casefile.attachment_gone", ("sha256", sha256));

    /// <summary>An attachment is another file.</summary>
    internal static OpeningRefusedException AttachmentOther(string sha256, string found) =>
        new("casefile.attachment_other", ("sha256", sha256), ("found", found));
}
