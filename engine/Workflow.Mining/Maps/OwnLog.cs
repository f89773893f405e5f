using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Mining.Logs;

namespace Workflow.Mining.Maps;

/// <summary>The names by which a log that we wrote is known again, and the map that needs no file.</summary>
public static class OwnLog
{
    /// <summary>The extension that holds our own keys; nothing is fetched from there.</summary>
    public static XesExtension Extension { get; } = new("Workflow", "workflow", "urn:workflow:xes:1");

    /// <summary>The process, at a case.</summary>
    public const string Process = "workflow:process";

    /// <summary>The digest of the definition, at a case.</summary>
    public const string Definition = "workflow:definition";

    /// <summary>The result, at a case that is concluded.</summary>
    public const string Result = "workflow:result";

    /// <summary>When it was concluded, at a case that is.</summary>
    public const string ConcludedAt = "workflow:concluded";

    /// <summary>What the event does to the order of steps, at an event: a step's id, <see cref="ReturnTo"/> and an id, or <see cref="End"/>.</summary>
    public const string Act = "workflow:act";

    /// <summary>The outcome, at an event that finishes a step.</summary>
    public const string Outcome = "workflow:outcome";

    /// <summary>Whose the step is, at an event: a post such as <c>aic.officer</c>, or a party; who acted is <c>org:resource</c>.</summary>
    public const string Assigned = "workflow:assigned";

    /// <summary>The short name of the office whose step it is, at an event.</summary>
    public const string Office = "workflow:office";

    /// <summary>The stored name of what happened, at an event.</summary>
    public const string Kind = "workflow:kind";

    /// <summary>The effective day, at an event.</summary>
    public const string On = "workflow:on";

    /// <summary>Begins an act that sends the case back by hand.</summary>
    public const string ReturnTo = "return to ";

    /// <summary>The act that ends a case wherever it stands.</summary>
    public const string End = "end";

    /// <summary>The day of a moment, at a case.</summary>
    public static string Moment(string moment) => $"workflow:moment.{moment}";

    /// <summary>The last day of a clock as it stood in the end, at a case.</summary>
    public static string Due(string clock) => $"workflow:due.{clock}";

    /// <summary>Whether a log declares our keys.</summary>
    public static bool Wrote(XesHead head) => head.Extensions.Any(e => e.Uri == Extension.Uri && e.Prefix == Extension.Prefix);

    /// <summary>Returns the map of our own log for a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="zone">The zone of the authority.</param>
    public static LogMap Map(ProcessDefinition definition, TimeZoneInfo zone) =>
        new()
        {
            Process = definition.Id,
            Zone = zone,
            ProcessKey = Process,
            ProcessValues = [definition.Id],
            ActivityKey = Act,
            MayLackActivity = true,
            OutcomeKey = Outcome,
            UnitKey = Office,
            Units = definition.Offices.ToImmutableDictionary(o => o.Key, o => ImmutableHashSet.Create(o.Key)),
            Activities = Activities(definition).ToImmutableDictionary(),
            Moments = Moments(definition).Distinct().ToImmutableSortedDictionary(m => m, Moment),
            EndedKey = ConcludedAt,
            Clocks = definition.Clocks.ToImmutableSortedDictionary(c => c.Id, c => new CarriedDates(null, Due(c.Id))),
        };

    private static IEnumerable<KeyValuePair<string, MappedActivity>> Activities(ProcessDefinition definition)
    {
        foreach (var step in Outline.All(definition.Steps.Concat(definition.AnyTime)).OfType<WorkNode>().Select(n => n.Id))
        {
            yield return new(step, new MappedActivity(step));
            yield return new(ReturnTo + step, new MappedActivity(step, null, MappedAct.Return));
        }

        yield return new(End, new MappedActivity("", null, MappedAct.End));
    }

    private static IEnumerable<string> Moments(ProcessDefinition definition) =>
        Outline.All(definition).SelectMany(Outline.Bodies).SelectMany(o => o.Marks).Select(m => m.Moment);
}
