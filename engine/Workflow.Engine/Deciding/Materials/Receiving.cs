using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Materials;

/// <summary>What an office does with one material by itself: it receives it, obtains it, gives it back. Acts about facts, which no suspension forbids.</summary>
internal static class Receiving
{
    internal static Operation ReceiveOperation { get; } =
        Operation.Of<ReceiveMaterial>(Receive, (look, c) => BuiltOn.Stood(look, c.Material)) with
        {
            OfCase = look => Missing(look, "receive-material", _ => true),
        };

    internal static Operation ShareOperation { get; } =
        Operation.Of<ShareMaterial>(Share, (look, c) => BuiltOn.Stood(look, c.Material)) with
        {
            OfCase = look => Missing(look, "share-material", m => m.Shared is not null),
        };

    internal static Operation ReturnOperation { get; } =
        Operation.Of<ReturnMaterial>(Return, (look, c) => BuiltOn.Stood(look, c.Material)) with
        {
            OfCase = Returns,
            When = Operation.CaseStanding.Always,
        };

    // What may still come in.
    private static IEnumerable<ActionOffer> Missing(CaseLook look, string action, Func<Material, bool> isMeant) =>
        look
            .Definition.Materials.Where(m => isMeant(m) && !Standings.IsThere(Standings.Of(look.State, m.Id)))
            .Select(m => new ActionOffer(action, m.Id, null, m.Name(m.Id), MayReceive(look, m.Id)));

    // What may still go back, also once the case is closed.
    private static IEnumerable<ActionOffer> Returns(CaseLook look) =>
        look
            .Definition.Materials.Where(m => m.Returned && Standings.Of(look.State, m.Id) == Standing.Received)
            .Select(m => new ActionOffer("return-material", m.Id, null, m.Name(m.Id), MayReturn(look, m.Id)));

    internal static Refusal? Receive(CaseTurn turn, ReceiveMaterial command)
    {
        if ((MayReceive(turn, command.Material) ?? Validity(turn, command.Material, command.ValidUntil)) is { } refusal)
            return refusal;
        Come(turn, Stood(turn, command.Material, Standing.Received, turn.Stamp.Document) with { Until = command.ValidUntil });
        return null;
    }

    internal static Refusal? Share(CaseTurn turn, ShareMaterial command)
    {
        var refusal =
            MayShare(turn, command.Material)
            ?? Named(command.Document, MaterialRefusals.Query())
            ?? Validity(turn, command.Material, command.ValidUntil);
        if (refusal is not null)
            return refusal;
        Come(turn, Stood(turn, command.Material, Standing.Shared, command.Document) with { Until = command.ValidUntil });
        return null;
    }

    internal static Refusal? Return(CaseTurn turn, ReturnMaterial command)
    {
        var refusal =
            MayReturn(turn, command.Material) ?? (command.Document is null ? null : Named(command.Document, MaterialRefusals.Receipt()));
        if (refusal is not null)
            return refusal;
        var until = Standings.Last(turn.State, command.Material)?.Until;
        turn.Apply(Stood(turn, command.Material, Standing.Returned, command.Document) with { Until = until });
        return null;
    }

    /// <summary>Whether a document behind an act is named, and not longer than is kept.</summary>
    internal static Refusal? Named(string? document, Message paper)
    {
        if (PlainText.IsBlank(document))
            return MaterialRefusals.DocumentMissing(paper);
        return document.Length > Lengths.LongestName ? MaterialRefusals.DocumentTooLong(paper, Lengths.LongestName, document.Length) : null;
    }

    // Whoever goes through the list takes in what comes later too, and whoever has the case at work.
    private static Refusal? MustBeTheirs(CaseLook look) =>
        Actors.MustBeOfLeadOr(
            look,
            look.State.Steps.Values.Where(s => s.Status == StepStatus.Open || ChecksMaterials(look, s.Key)).Select(s => s.Key)
        );

    private static bool ChecksMaterials(CaseLook look, string key) => look.Process.Find(key) is WorkNode { ChecksMaterials: true };

    private static Refusal? MayReceive(CaseLook look, string id)
    {
        if (MustBeTheirs(look) is { } stranger)
            return stranger;
        if (Checking.Find(look, id) is not { } material)
            return Checking.Unknown(look, id);
        var standing = Standings.Of(look.State, id);
        return Standings.IsThere(standing) ? MaterialRefusals.AlreadyThere(Naming.Material(material), standing) : null;
    }

    private static Refusal? MayShare(CaseLook look, string id) =>
        MayReceive(look, id)
        ?? (Checking.Find(look, id) is { Shared: null } material ? MaterialRefusals.NotShared(Naming.Material(material)) : null);

    private static Refusal? MayReturn(CaseLook look, string id)
    {
        if (MustBeTheirs(look) is { } stranger)
            return stranger;
        if (Checking.Find(look, id) is not { } material)
            return Checking.Unknown(look, id);
        if (!material.Returned)
            return MaterialRefusals.Kept(Naming.Material(material));
        var standing = Standings.Of(look.State, id);
        return standing == Standing.Received ? null : MaterialRefusals.NotThere(Naming.Material(material), standing);
    }

    private static Refusal? Validity(CaseLook look, string id, DateOnly? until)
    {
        var material = Checking.Find(look, id)!;
        return Checking.Dated(material, until)
            ?? (until is { } last && last < look.On ? MaterialRefusals.Expired(Naming.Material(material), last, look.On) : null);
    }

    private static MaterialStood Stood(CaseLook look, string id, Standing standing, string? document) =>
        new(id, standing, look.On, look.Stamp.Actor) { Document = document };

    // Receiving a material fulfils any promise to hand it in.
    private static void Come(CaseTurn turn, MaterialStood stood)
    {
        turn.Apply(stood);
        Promising.OnKept(turn, stood.Material);
    }
}
