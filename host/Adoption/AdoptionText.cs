namespace Workflow.Host.Adoption;

/// <summary>Says what became of each row.</summary>
internal static class AdoptionText
{
    internal static void Write(TextWriter into, AdoptionLine line, bool dry)
    {
        into.WriteLine($"{line.Line}: {(line.NumberThere.Length == 0 ? "?" : line.NumberThere)} {Words(line, dry)}");
        foreach (var task in line.Open) into.WriteLine($"  open   {task.Step}: {string.Join(", ", task.Posts)}{(task.Holder is { } holder ? $", held by {holder}" : "")}");
        foreach (var clock in line.Clocks) into.WriteLine($"  clock  {clock.Clock}: {(clock.Due is { } due ? $"due {due:yyyy-MM-dd}{(clock.Overdue ? ", overdue" : "")}" : $"paused, {clock.Left} left")}");
        foreach (var note in line.Notes) into.WriteLine($"  note   {note.Code} {ToldProblem.With(note.Sentence, note.WayOut)}");
        foreach (var problem in line.Problems) into.WriteLine($"  {problem}");
    }

    internal static string Sum(IReadOnlyCollection<AdoptionLine> lines, bool dry, int? stopped) =>
        $"{lines.Count} rows: {Count(lines, AdoptionFate.Adopted)} {(dry ? "would be adopted" : "adopted")}, {Count(lines, AdoptionFate.Already)} already here, {Count(lines, AdoptionFate.Refused)} refused."
        + (stopped is { } line ? $" Stopped before line {line}; what was adopted stays, and the same file goes on from there." : "");

    private static int Count(IReadOnlyCollection<AdoptionLine> lines, AdoptionFate fate) => lines.Count(l => l.Fate == fate);

    private static string Words(AdoptionLine line, bool dry) => line.Fate switch
    {
        AdoptionFate.Adopted => dry ? "would be adopted" : $"adopted as {line.Case}",
        AdoptionFate.Already => $"was adopted before as {line.Case}",
        _ => "refused",
    };
}
