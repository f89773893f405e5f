namespace Workflow.Storage.Access;

/// <summary>A publication as the access log keeps it: the process and the digest of what was published.</summary>
/// <param name="Process">The process; its id has no space.</param>
/// <param name="Digest">The digest.</param>
public sealed record PublicationAct(string Process, string Digest)
{
    /// <summary>How its record begins.</summary>
    internal const string Begins = "publish ";

    /// <summary>Returns the publication that a record is of; null for any other record.</summary>
    public static PublicationAct? Of(AccessRecord record) =>
        record.Kind == AccessKinds.Administered && record.What.Split(' ') is ["publish", var process, var digest]
            ? new PublicationAct(process, digest)
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Begins}{Process} {Digest}";
}
