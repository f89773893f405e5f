using System.Globalization;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads who steps back from a draw: <c>rows: {3: 与被评查单位有利害关系}</c>, each row with its reasons.</summary>
internal static class RecusalReader
{
    internal static IEnumerable<Recusal> Read(ActScope act) =>
        TextsByName
            .Entries(act.Scope, act.Move.Required("rows", Things.Quoted("redraw")), Things.RowsWithReasons)
            .Select(e => One(act.Scope, e))
            .OfType<Recusal>();

    private static Recusal? One(Scope scope, MapEntry entry)
    {
        if (int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return new Recusal(row, Values.Passage(scope, entry.Value, Things.TheReasons) ?? "");
        scope.Error(entry.KeyAt, FileProblems.Shape(Things.NumberOfRow, Found.Text(entry.Key), null));
        return null;
    }
}
