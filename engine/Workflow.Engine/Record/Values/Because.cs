using System.Text.Json.Serialization;
using Workflow.Engine.Laws;

namespace Workflow.Engine.Record.Values;

/// <summary>Why a rule gave an outcome or an answer, where nobody wrote reasons. The stored names are fixed for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RanOut), "ran-out")]
[JsonDerivedType(typeof(SamePerson), "same-person")]
public abstract record Because
{
    /// <summary>How the papers of a case put it; they are Chinese.</summary>
    [JsonIgnore]
    public abstract string OnPaper { get; }
}

/// <summary>A period ended, and the law says what that means.</summary>
/// <param name="Basis">The law behind it, as <see cref="LegalBasis"/> writes it.</param>
public sealed record RanOut(string Basis) : Because
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string OnPaper => $"期限届满：{Basis}";
}

/// <summary>The one who would act has done the step before.</summary>
/// <param name="Step">The key of that step.</param>
/// <param name="Title">Its title.</param>
/// <param name="On">The day of that act.</param>
public sealed record SamePerson(string Step, string Title, DateOnly On) : Because
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string OnPaper => $"同一人已办理〔{Title}〕（{On:yyyy-MM-dd}）";
}
