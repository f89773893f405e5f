using System.Diagnostics;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says why a rule acted.</summary>
public static class Reasons
{
    /// <summary>Why a rule acted, such as that a period ended; a step is named by the title that was recorded.</summary>
    public static Message Of(Because because) => Of(because, null);

    /// <summary>Why a rule acted, such as that a period ended; a step is named by the case's names, where they are there.</summary>
    internal static Message Of(Because because, CaseNames? names) =>
        because switch
        {
            RanOut ended => new("told.ran_out", ("basis", Basis(ended.Basis))),
            SamePerson same => new(
                "told.same_person",
                ("step", names?.Step(same.Step) ?? new NameValue(same.Step, same.Title)),
                ("on", same.On)
            ),
            _ => throw new UnreachableException($"No words for {because.GetType().Name}."),
        };

    /// <summary>The law behind a period, or that it is the office's own.</summary>
    public static MessageValue Basis(string basis) => LegalBasis.IsOfTheOffice(basis) ? new Message("told.basis.internal") : basis;

    /// <summary>Why something was put aside.</summary>
    public static Message Of(PutAside cause) => new($"told.aside.{cause}");
}
