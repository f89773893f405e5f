using Workflow.Engine.Messages;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Parts of a line that it may lack.</summary>
internal static class LineParts
{
    internal static readonly MessageValue None = "";

    /// <summary>What somebody wrote, in quotes.</summary>
    internal static MessageValue Words(string? text) => PlainText.IsBlank(text) ? None : new Message("told.quoted", ("text", text));

    /// <summary>The same as the value of a line that ends with it.</summary>
    internal static (string Name, MessageValue Value) Said(string? text) => ("words", Words(text));

    /// <summary>What somebody wrote, or why a rule acted.</summary>
    internal static MessageValue Reason(string? written, Because? because, CaseNames names) =>
        written is not null || because is null ? Words(written) : new Message("told.reason", ("reason", Reasons.Of(because, names)));

    internal static MessageValue Run(int run) => run == 1 ? None : new Message("told.run", ("run", run));

    internal static MessageValue Of(string code, string name, string? value) => value is null ? None : new Message(code, (name, value));

    internal static MessageValue Of(string code, string name, DateOnly? day) => day is { } known ? new Message(code, (name, known)) : None;

    internal static MessageValue Of(string code, string name, MessageValue? value) =>
        value is null ? None : new Message(code, (name, value));
}
