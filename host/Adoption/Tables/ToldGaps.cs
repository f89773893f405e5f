using Workflow.Engine.Messages;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What is told without that to which it belongs, or is not told and must be: either would be lost without a word.</summary>
internal static class ToldGaps
{
    private static readonly Tells[] OfAnOutcome = [Tells.On, Tells.By, Tells.Person, Tells.Reasons, Tells.Asked];

    internal static void Check(ToldCells cells)
    {
        Missing(cells, Tells.Number, CellFaults.NoNumber());
        Missing(cells, Tells.LodgedOn, CellFaults.NoLodging());
        Missing(cells, Tells.At, CellFaults.NoStep());
        foreach (var tells in OfAnOutcome)
            Stray(cells, tells, Tells.Outcome, CellFaults.Stray);
        Stray(cells, Tells.DocumentOn, Tells.Document, CellFaults.StrayDocumentDay);
        Stray(cells, Tells.PartyPerson, Tells.PartyName, CellFaults.StrayPartyPerson);
    }

    private static void Missing(ToldCells cells, Tells tells, Message fault)
    {
        if (cells.Text(tells) is null)
            cells.Blame(cells.Column(tells)!, fault);
    }

    private static void Stray(ToldCells cells, Tells tells, Tells belongsTo, Func<NameValue, Message> fault)
    {
        foreach (var column in cells.Of(tells).Where(c => cells.Text(belongsTo, c.Name) is null))
            cells.Blame(column, fault(column.Title));
    }
}
