namespace Workflow.Storage.Access;

/// <summary>A publication as the access log keeps it: the process and the digest of what was published.</summary>
/// <param name="Process">The process; its id has no space.</param>
/// <param name="Digest">The digest.</param>
public sealed record PublicationAct(string Process, string Digest) : AccessAct
{
    /// <summary>How its record begins.</summary>
    internal const string Begins = $"{Word} ";

    /// <summary>What it is called.</summary>
    internal const string Word = "publish";

    /// <inheritdoc/>
    public override string ToString() => $"{Begins}{Process} {Digest}";
}
