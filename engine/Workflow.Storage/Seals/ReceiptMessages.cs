using Workflow.Engine.Messages;

namespace Workflow.Storage.Seals;

/// <summary>Receipts in sentences.</summary>
public static class ReceiptMessages
{
    /// <summary>the printed head</summary>
    public static Message PrintedHead() => new("receipt.printed");

    /// <summary>the receipt '{file}'</summary>
    public static Message File(string file) => new("receipt.file", ("file", file));

    /// <summary>the token of {authority}</summary>
    public static Message Token(string authority) => new("receipt.token", ("authority", authority));

    /// <summary>the token '{file}'</summary>
    public static Message TokenFile(string file) => new("receipt.token_file", ("file", file));

    /// <summary>seal {seal}</summary>
    public static Message Seal(long seal) => new("receipt.seal", ("seal", seal));

    /// <summary>seal {seal} in {source}</summary>
    public static Message SealIn(long seal, MessageValue source) => new("receipt.seal_in", ("seal", seal), ("source", source));

    /// <summary>Expected seal {seal} to have the hash {hash}, as {source} has it, but it has {found}.</summary>
    public static Message OtherSeal(long seal, string hash, MessageValue source, string found) =>
        new("receipt.other_seal", ("seal", seal), ("hash", hash), ("source", source), ("found", found));

    /// <summary>Expected seal {seal} to have the hash {hash}, as {source} has it, but there is no such seal.</summary>
    public static Message NoSuchSeal(long seal, string hash, MessageValue source) =>
        new("receipt.no_seal", ("seal", seal), ("hash", hash), ("source", source));

    /// <summary>Expected a seal with the hash {hash}, as {source} has it, but there is no such seal.</summary>
    public static Message NoSuchHash(string hash, MessageValue source) => new("receipt.no_hash", ("hash", hash), ("source", source));

    /// <summary>'{file}' was not read: a token needs --certificate FILE, the certificate of its authority.</summary>
    public static Message NotRead(string file) => new("receipt.not_read", ("file", file));
}
