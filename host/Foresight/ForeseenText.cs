using System.Collections.Immutable;
using Workflow.Engine.Foresight;

namespace Workflow.Host.Foresight;

/// <summary>Says what would come of an act.</summary>
internal static class ForeseenText
{
    internal static void Write(TextWriter into, Foreseen foreseen, Wording.Words words)
    {
        if (foreseen.Refusal is { } refusal)
        {
            into.WriteLine($"{refusal.Code} {words.Tell(refusal)}");
            return;
        }

        into.WriteLine($"{foreseen.Case}, at once:");
        foreach (var step in foreseen.Opens) into.WriteLine($"  opens    {step.Title} ({step.Key}): {Who(step.Who)}{(step.Assigned is { } person ? $", given to {person}" : "")}{Due(step.DueOn)}");
        foreach (var document in foreseen.Documents) into.WriteLine($"  issues   {document.Title}: {document.Number ?? (document.Series is { } series ? $"next number of {series}" : "number to be entered")}");
        foreach (var clock in foreseen.Clocks) into.WriteLine($"  clock    {clock.Title} ({clock.Id}): {Words(clock)}");
        if (foreseen.ResultTitle is { } result) into.WriteLine($"  ends     {result}");
        if (foreseen.Opens.IsEmpty && foreseen.Result is null) into.WriteLine("  nothing new opens");
        if (foreseen.Path is { } path) Write(into, path);
    }

    private static void Write(TextWriter into, ForeseenPath path)
    {
        into.WriteLine("likely on, each by its first outcome on the last day of its own limit:");
        foreach (var post in path.Posts) into.WriteLine($"  {post.On:yyyy-MM-dd}  {post.Title} ({post.Key}): {Who(post.Who)}, {post.Outcome}{Due(post.DueOn)}");
        into.WriteLine(path.End switch
        {
            PathEnd.Concluded => $"  {path.On:yyyy-MM-dd}  ends: {path.ResultTitle}",
            PathEnd.Waits => $"  {path.On:yyyy-MM-dd}  waits for something that cannot be foreseen",
            _ => $"  {path.On:yyyy-MM-dd}  and so on",
        });
    }

    private static string Who(ImmutableArray<string> who) => who.IsEmpty ? "nobody, time passes" : string.Join("、", who);

    private static string Due(DateOnly? day) => day is { } due ? $", until {due:yyyy-MM-dd}" : "";

    private static string Words(ForeseenClock clock) => clock.Change switch
    {
        ForeseenChange.Starts => clock.DueOn is { } due ? $"starts, due {due:yyyy-MM-dd}" : "starts",
        ForeseenChange.Stops => "stops",
        ForeseenChange.Pauses => "stands still",
        _ => $"{(clock.Was is { } was ? $"due {was:yyyy-MM-dd} -> " : "due ")}{clock.DueOn:yyyy-MM-dd}",
    };
}
