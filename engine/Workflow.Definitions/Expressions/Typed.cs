using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

internal enum ValueKind
{
    Text,
    Number,
    Date,
    Truth,
    Rows,
    None,

    /// <summary>A moment: whether it is marked where a condition stands, its day elsewhere.</summary>
    Moment,

    /// <summary>A word that names nothing: perhaps an option of what it is compared with.</summary>
    Word,
}

/// <summary>An expression whose names are looked up.</summary>
/// <param name="Term">Where it was written.</param>
/// <param name="Expression">What it means.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="What">What it is called in a sentence, such as <c>an outcome of 'licence'</c>.</param>
/// <param name="Options">The only texts it can give; null when any.</param>
internal sealed record Typed(Term Term, Expression Expression, ValueKind Kind, Message What, IReadOnlyCollection<string>? Options = null);
