using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Messages;

namespace Workflow.Host.Adoption;

/// <summary>Something that whoever takes a case over should know of it; answers tell it in the language asked for.</summary>
/// <param name="Message">What it is, and what to do where there is something to do.</param>
public sealed record AdoptionNote(Message Message)
{
    internal static AdoptionNote Of(ToldNote note) => new(note.Message);
}
