using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding.Adoption;

namespace Workflow.Host.Adoption;

/// <summary>Something that whoever takes a case over should know of it.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="WayOut">What to do; null when there is nothing.</param>
public sealed record AdoptionNote(string Code, string Sentence, string? WayOut)
{
    internal static AdoptionNote Of(ToldNote note)
    {
        var (sentence, wayOut) = note.Message.English;
        return new AdoptionNote(note.Message.Code, sentence, wayOut);
    }
}
