using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Materials;

/// <summary>What an office does with one material by itself: it receives it, obtains it, gives it back. Acts about facts, which no suspension forbids.</summary>
internal static class Receiving
{
    internal static Refusal? Receive(CaseTurn turn, ReceiveMaterial command)
    {
        if ((MayReceive(turn, command.Material) ?? Validity(turn, command.Material, command.ValidUntil)) is { } refusal) return refusal;
        Stand(turn, command.Material, Standing.Received, command.ValidUntil, turn.Stamp.Document);
        return null;
    }

    internal static Refusal? Share(CaseTurn turn, ShareMaterial command)
    {
        if ((MayShare(turn, command.Material) ?? Named(command.Document, "the query") ?? Validity(turn, command.Material, command.ValidUntil)) is { } refusal) return refusal;
        Stand(turn, command.Material, Standing.Shared, command.ValidUntil, command.Document);
        return null;
    }

    internal static Refusal? Return(CaseTurn turn, ReturnMaterial command)
    {
        if ((MayReturn(turn, command.Material) ?? (command.Document is null ? null : Named(command.Document, "the receipt"))) is { } refusal) return refusal;
        Stand(turn, command.Material, Standing.Returned, Standings.Last(turn.State, command.Material)?.Until, command.Document);
        return null;
    }

    /// <summary>What may still come in.</summary>
    internal static IEnumerable<ActionOffer> Offers(CaseLook look)
    {
        foreach (var material in look.Definition.Materials.Where(m => !Standings.IsThere(Standings.Of(look.State, m.Id))))
        {
            var whyNot = MayReceive(look, material.Id);
            yield return new ActionOffer("receive-material", material.Id, null, material.Title, whyNot);
            if (material.Shared is not null) yield return new ActionOffer("share-material", material.Id, null, material.Title, whyNot);
        }
    }

    /// <summary>What may still go back, also once the case is closed.</summary>
    internal static IEnumerable<ActionOffer> Returns(CaseLook look) =>
        look.Definition.Materials.Where(m => m.Returned && Standings.Of(look.State, m.Id) == Standing.Received).Select(m => new ActionOffer("return-material", m.Id, null, m.Title, MayReturn(look, m.Id)));

    /// <summary>Whether a document behind an act is named, and not longer than is kept.</summary>
    internal static Refusal? Named(string? document, string what)
    {
        if (string.IsNullOrWhiteSpace(document)) return new Refusal("material.document_missing", $"Expected the document of {what}, but none is named.", "name its number");
        return document.Length > Lengths.LongestName ? new Refusal("material.document_too_long", $"Expected the document of {what} in at most {Lengths.LongestName} characters, but it has {document.Length}.") : null;
    }

    private static Refusal? MayReceive(CaseLook look, string id)
    {
        if (Actors.MustBeOfficial(look) is { } stranger) return stranger;
        if (Checking.Find(look, id) is not { } material) return Checking.Unknown(look, id);
        return Standings.IsThere(Standings.Of(look.State, id)) ? new Refusal("material.already_there", $"Expected {Quoted.Material(material)} to be missing, but it is {Standings.Word(Standings.Of(look.State, id))}.") : null;
    }

    private static Refusal? MayShare(CaseLook look, string id) =>
        MayReceive(look, id)
        ?? (Checking.Find(look, id) is { Shared: null } material ? new Refusal("material.not_shared", $"Expected a material that the office obtains itself, but {Quoted.Material(material)} is handed in by the applicant.") : null);

    private static Refusal? MayReturn(CaseLook look, string id)
    {
        if (Actors.MustBeOfficial(look) is { } stranger) return stranger;
        if (Checking.Find(look, id) is not { } material) return Checking.Unknown(look, id);
        if (!material.Returned) return new Refusal("material.kept", $"Expected a material whose original goes back, but {Quoted.Material(material)} stays in the file.");
        return Standings.Of(look.State, id) == Standing.Received ? null : new Refusal("material.not_there", $"Expected {Quoted.Material(material)} to be received, but it is {Standings.Word(Standings.Of(look.State, id))}.");
    }

    private static Refusal? Validity(CaseLook look, string id, DateOnly? until)
    {
        var material = Checking.Find(look, id)!;
        return Checking.Dated(material, until)
            ?? (until < look.On ? new Refusal("material.expired", $"Expected {Quoted.Material(material)} to be valid on {look.On:yyyy-MM-dd}, but it was until {until:yyyy-MM-dd}.", "ask for a valid one") : null);
    }

    private static void Stand(CaseTurn turn, string id, Standing standing, DateOnly? until, string? document)
    {
        if (standing != Standing.Returned) ClockKeeper.OnPromiseEnded(turn, id, turn.On, "received");
        turn.Apply(new MaterialStood(id, standing, turn.On, turn.Stamp.Actor) { Until = until, Document = document });
        if (standing != Standing.Returned) Promising.OnKept(turn, id);
    }
}
