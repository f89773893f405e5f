using Workflow.Engine.Messages;

namespace Workflow.Engine.Deciding;

/// <summary>What sentences call the acts that rest on a document and on reasons.</summary>
internal static class Acts
{
    internal static Message Cancel { get; } = new("act.cancel");

    internal static Message Terminate { get; } = new("act.terminate");

    internal static Message Suspend { get; } = new("act.suspend");

    internal static Message Reopen { get; } = new("act.reopen");

    internal static Message Jump { get; } = new("act.jump");

    internal static Message CorrectForm { get; } = new("act.correct_form");

    internal static Message CorrectSilence { get; } = new("act.correct_silence");

    internal static Message Migrate { get; } = new("act.migrate");

    internal static Message Adopt { get; } = new("act.adopt");

    internal static Message AddParty { get; } = new("act.add_party");

    internal static Message UnconfirmParty { get; } = new("act.unconfirm_party");

    internal static Message DrawAgain { get; } = new("act.draw_again");
}
