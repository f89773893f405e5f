using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.People;

/// <summary>Remarks and files: entries that change no step, form or clock.</summary>
internal static class Remarks
{
    internal static Operation CommentOperation { get; } =
        Operation.Of<Comment>(Comment) with
        {
            OfCase = look => [ActionOffer.OfCase("comment", Actors.MustTakePart(look))],
            When = Operation.CaseStanding.Always,
        };

    internal static Operation AttachOperation { get; } =
        Operation.Of<Attach>(Attach) with
        {
            OfCase = look => [ActionOffer.OfCase("attach", MayAttach(look))],
            When = Operation.CaseStanding.Always,
        };

    /// <summary>The largest file that may belong to a case, in bytes.</summary>
    internal const long LargestFile = (long)FileTerms.Most << 20;

    // What the file systems of today take.
    private const int LongestFileName = 255;

    // A SHA-256 has 32 bytes.
    private const int HashDigits = 64;

    internal static Refusal? Comment(CaseTurn turn, Comment command)
    {
        if (Actors.MustTakePart(turn) is { } refusal)
            return refusal;
        if ((Text(command.Text) ?? Step(turn, command.Step)) is { } fault)
            return fault;
        turn.Apply(new CommentAdded(command.Text, command.Step, turn.Stamp.Actor) { Internal = command.Internal });
        return null;
    }

    // What comes to a closed file, such as the judgment that has it opened again, the leading office puts there.
    private static Refusal? MayAttach(CaseLook look) =>
        look.State.Stage == CaseStage.Closed ? Actors.MustBeOfLead(look) : Actors.MustTakePart(look);

    internal static Refusal? Attach(CaseTurn turn, Attach command)
    {
        if (MayAttach(turn) is { } refusal)
            return refusal;
        if ((File(command) ?? Material(turn, command.Material) ?? Step(turn, command.Step)) is { } wrong)
            return wrong;
        turn.Apply(
            new FileAttached(command.Sha256, command.Name, command.Size, command.Material, command.Step, turn.Stamp.Actor)
            {
                Internal = command.Internal,
                On = turn.Today,
            }
        );
        return null;
    }

    /// <summary>Whether a step that something is said about is one that the case has come to; null names the whole case.</summary>
    internal static Refusal? Step(CaseLook look, string? key) =>
        key is null || look.State.Steps.ContainsKey(key) ? null
        : look.Process.Find(key) is null ? StepRefusals.Unknown(key, Naming.Process(look.Definition), Naming.Steps(look.Definition))
        : StepRefusals.NotReached(Naming.Step(look, key));

    private static Refusal? Text(string text)
    {
        if (PlainText.IsBlank(text))
            return RemarkRefusals.Empty();
        return text.Length > Payload.LongestText ? RemarkRefusals.TooLong(Payload.LongestText, text.Length) : null;
    }

    private static Refusal? File(Attach command) =>
        !IsHash(command.Sha256) ? RemarkRefusals.FileHash(command.Sha256)
        : PlainText.IsBlank(command.Name) || command.Name.Length > LongestFileName ? RemarkRefusals.FileName(LongestFileName)
        : !IsFileName(command.Name) ? RemarkRefusals.FileNameNotPlain()
        : command.Size is < 1 or > LargestFile ? RemarkRefusals.FileSize(LargestFile >> 20, command.Size)
        : null;

    private static bool IsFileName(string name) =>
        PlainText.IsLine(name) && name.AsSpan().IndexOfAny('/', '\\') < 0 && name.Trim('.').Length > 0;

    private static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    private static Refusal? Material(CaseLook look, string? material) =>
        material is null || look.Definition.Materials.Any(m => m.Id == material) ? null : Checking.Unknown(look, material);
}
