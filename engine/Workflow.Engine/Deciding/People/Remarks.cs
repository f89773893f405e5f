using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.People;

/// <summary>Remarks and files: entries that change no step, form or clock.</summary>
internal static class Remarks
{
    internal static Operation CommentOperation { get; } = Operation.Of<Comment>(Comment) with
    {
        OfCase = look => [ActionOffer.OfCase("comment", Actors.MustTakePart(look))],
        When = Operation.Standing.Always,
    };

    internal static Operation AttachOperation { get; } = Operation.Of<Attach>(Attach) with
    {
        OfCase = look => [ActionOffer.OfCase("attach", Actors.MustTakePart(look))],
        When = Operation.Standing.AtWork | Operation.Standing.Concluding,
    };

    /// <summary>The largest file that may belong to a case, in bytes.</summary>
    internal const long LargestFile = 100L << 20;

    internal static Refusal? Comment(CaseTurn turn, Comment command)
    {
        if (Actors.MustTakePart(turn) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Text)) return new Refusal("comment.empty", "Expected a remark, but it is empty.");
        if (command.Text.Length > Payload.LongestText) return new Refusal("comment.too_long", $"Expected at most {Payload.LongestText} characters, but there are {command.Text.Length}.");
        if (Step(turn, command.Step) is { } unknown) return unknown;
        turn.Apply(new CommentAdded(command.Text, command.Step, turn.Stamp.Actor));
        return null;
    }

    internal static Refusal? Attach(CaseTurn turn, Attach command)
    {
        if (Actors.MustTakePart(turn) is { } refusal) return refusal;
        if (command.Sha256.Length != 64 || !command.Sha256.All(char.IsAsciiHexDigitLower)) return new Refusal("file.hash", $"Expected the file's SHA-256 in 64 lower-case hex digits, but found '{command.Sha256}'.", "store the file first");
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 255) return new Refusal("file.name", "Expected a file name of 1 to 255 characters, but it has not.");
        if (command.Size is < 1 or > LargestFile) return new Refusal("file.size", $"Expected a file of 1 to {LargestFile} bytes, but it has {command.Size}.");
        if (command.Material is { } material && turn.Definition.Materials.All(m => m.Id != material)) return new Refusal("material.unknown", $"Expected a material of {turn.Definition.Id}, but '{material}' is none.");
        if (Step(turn, command.Step) is { } unknown) return unknown;
        turn.Apply(new FileAttached(command.Sha256, command.Name, command.Size, command.Material, command.Step, turn.Stamp.Actor));
        return null;
    }

    /// <summary>Whether a step that something is said about is one that the case has come to; null names the whole case.</summary>
    internal static Refusal? Step(CaseLook look, string? key) =>
        key is null || look.State.Steps.ContainsKey(key) ? null : new Refusal("step.unknown", look.Process.Find(key) is null ? $"Expected a step of {Quoted.Process(look.Definition)}, but there is no '{key}'." : $"Expected a step that the case has come to, but {Quoted.Step(look, key)} has not been opened.");
}
