using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>Something that is wrong at a place of a file; answers tell it in the language asked for.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, counted in fields from 1.</param>
/// <param name="Message">What it is, and what to do.</param>
public sealed record PlacedNote(int Line, int Column, Message Message)
{
    /// <summary>Returns <c>line:column code sentence way out</c>.</summary>
    public string In(Words words) => $"{Line}:{Column} {Message.Code} {words.Tell(Message)}";
}
