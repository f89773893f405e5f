namespace Workflow.Storage.Access;

/// <summary>What was done, as the access log keeps it in one text, which only the acts write and only this type reads.</summary>
public abstract record AccessAct
{
    /// <summary>Returns the act that a record is of.</summary>
    internal static AccessAct Of(AccessRecord record) =>
        Publication(record) ?? Request(record.What) ?? (AccessAct)new NamedAct(record.What);

    private static PublicationAct? Publication(AccessRecord record) =>
        record.Kind == AccessKinds.Administered && record.What.Split(' ') is [PublicationAct.Word, var process, var digest]
            ? new PublicationAct(process, digest)
            : null;

    private static RequestAct? Request(string what) =>
        what.Split(' ', 3) is [var method, ['/', ..] route, .. var rest]
            ? new RequestAct(method, route) { Detail = rest is [var detail] ? detail : null }
            : null;
}
