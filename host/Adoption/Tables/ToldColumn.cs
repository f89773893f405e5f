using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What a column of a transfer file tells of a case. A closed set.</summary>
internal enum Tells
{
    Number,
    LodgedOn,
    PartyName,
    PartyPerson,
    Form,
    Materials,
    Outcome,
    On,
    By,
    Person,
    Reasons,
    Answers,
    Asked,
    Moment,
    Document,
    DocumentOn,
    Promise,
    Pause,
    Extension,
    Holder,
    Opened,
    At,
}

/// <summary>One column, as its header is understood by a definition.</summary>
/// <param name="Place">Its place in the row, from 1.</param>
/// <param name="Tells">What it tells.</param>
/// <param name="Name">The party, field, step, moment, document or clock it tells of; empty for none.</param>
/// <param name="Field">The field of the form or of the step; null for other columns.</param>
internal sealed record ToldColumn(int Place, Tells Tells, string Name = "", Field? Field = null)
{
    /// <summary>What people call the step, document or party that it tells of; the name for anything else.</summary>
    internal NameValue Title { get; init; } = new(Name, Name);
}
