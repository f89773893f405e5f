using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with texts, files, sealed values and the rows beside them.</summary>
internal static class ContentFindings
{
    /// <summary>Expected {what}, but the text has the digest {found}.</summary>
    internal static Message OtherText(Message what, string found) => new("verify.text", ("what", what), ("found", found));

    /// <summary>Expected {what}, by which the entry was decided, but it is not there.</summary>
    internal static Message TextGone(Message what) => new("verify.text_gone", ("what", what));

    /// <summary>Expected an attachment with the hash {sha256}, but the content has {found}.</summary>
    internal static Message OtherFile(string sha256, string found) => new("verify.file", ("sha256", sha256), ("found", found));

    /// <summary>Expected an attachment with the hash {sha256}, but the content cannot be read.</summary>
    internal static Message UnreadableFile(string sha256) => new("verify.file_unreadable", ("sha256", sha256));

    /// <summary>Expected the attachment {sha256}, which the entry names, but it is gone and no erasure is recorded.</summary>
    internal static Message FileGone(string sha256) => new("verify.file_gone", ("sha256", sha256));

    /// <summary>Whether the attachment that entry {entry} names was erased by order or taken out: it is not in this export, and neither is the access log. Expected the attachment {sha256}, which the entry names, but it is gone.</summary>
    internal static Message FileUnknown(string sha256, string number, long entry) =>
        new("verify.file_unknown", ("sha256", sha256), ("number", number), ("entry", entry));

    /// <summary>Expected the seed committed to as {commitment} in the vault until its lots are drawn, but it is gone and no erasure is recorded.</summary>
    internal static Message SeedGone(string commitment) => new("verify.seed_gone", ("commitment", commitment));

    /// <summary>Expected the value sealed as {hash} in the vault, but it is gone and no erasure is recorded.</summary>
    internal static Message ValueGone(string hash) => new("verify.value_gone", ("hash", hash));

    /// <summary>Expected the value sealed as {hash} in the vault, but it holds another.</summary>
    internal static Message OtherValue(string hash) => new("verify.value", ("hash", hash));

    /// <summary>Expected a document that orders the erasure of case {number}, but the record names none.</summary>
    internal static Message ErasedWithoutOrder(string number) => new("verify.erased_no_order", ("number", number));

    /// <summary>Expected case {number} to be kept through {until}, since the record of its erasure does not say that it was ordered early.</summary>
    internal static Message ErasedEarly(string number, DateOnly until) => new("verify.erased_early", ("number", number), ("until", until));

    /// <summary>Expected case {number} to be closed when it was erased, but it was not.</summary>
    internal static Message ErasedWhileOpen(string number) => new("verify.erased_open", ("number", number));

    /// <summary>The erasure of case {number} stands in entry {entry} of access log {log}, which no receipt covers.</summary>
    internal static Message ErasureUnsealed(string number, string log, long entry) =>
        new("verify.erasure_unsealed", ("number", number), ("log", log), ("entry", entry));

    /// <summary>Expected the record under {under}, as its text says, but it stands under {found}.</summary>
    internal static Message Misfiled(Message under, Message found) => new("verify.misfiled", ("under", under), ("found", found));

    /// <summary>case {number} at {at}</summary>
    internal static Message UnderCase(string number, string at) => new("verify.under_case", ("number", number), ("at", at));

    /// <summary>no case at {at}</summary>
    internal static Message UnderNoCase(string at) => new("verify.under_no_case", ("at", at));

    /// <summary>Expected the definition {digest} with {column} {expected}, as {by} has it, but the row has {found}.</summary>
    internal static Message OtherColumn(string digest, Message column, MessageValue expected, Message by, MessageValue found) =>
        new("verify.publication", ("digest", digest), ("column", column), ("expected", expected), ("by", by), ("found", found));

    /// <summary>empty</summary>
    internal static Message Empty() => new("verify.empty");

    /// <summary>nothing</summary>
    internal static Message Nothing() => new("verify.nothing");

    /// <summary>its text</summary>
    internal static Message ByItsText() => new("verify.by_text");

    /// <summary>the access log</summary>
    internal static Message ByTheAccessLog() => new("verify.by_log");
}
