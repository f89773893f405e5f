using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Deadlines;

/// <summary><c>due</c>: answers requests for due dates.</summary>
public static class DueVerb
{
    public static Command Make(Terminal terminal)
    {
        var definitions = Shared.Definitions();
        var explain = new Option<bool>("--explain") { Description = "Print the days of each answer after the answers." };
        var known = new Option<DateOnly?>("--known-on") { Description = "Count by the notices published up to this day; without it by all.", HelpName = "DAY" };
        var zone = new Option<string>("--zone") { Description = "The authority's time zone.", HelpName = "ZONE", DefaultValueFactory = _ => Organisation.DefaultZone };
        var overlays = new Option<string[]>("--overlay") { Description = "A regional layer; a later one wins.", HelpName = "ID" };
        var verb = new Command("due", Help.Due) { definitions, explain, known, zone, overlays };
        verb.SetAction(parsed =>
        {
            var calendar = Calendar(parsed.GetValue(definitions), parsed.GetValue(zone)!, parsed.GetValue(known) ?? DateOnly.MaxValue, parsed.GetValue(overlays) ?? []);
            return Run(terminal, calendar, parsed.GetValue(explain));
        });
        return verb;
    }

    private static int Run(Terminal terminal, WorkCalendar calendar, bool explain)
    {
        var days = explain ? new StringWriter() : null;
        var errors = DueRequests.Answer(terminal.In, terminal.Out, calendar, days);
        if (days is not null) terminal.Out.Write($"\n{days}");
        terminal.Out.Flush();
        return errors == 0 ? 0 : 1;
    }

    private static WorkCalendar Calendar(string? definitions, string zone, DateOnly knownOn, string[] overlays)
    {
        var problems = new Problems();
        var shelf = DefinitionFolder.Shelf(DefinitionFolder.Find(definitions), problems)
            ?? throw OpeningRefusals.Broken(FileKind.Calendars, problems.All[0]);
        try
        {
            return shelf.Resolve(zone, knownOn, overlays);
        }
        catch (ArgumentException e)
        {
            throw DueRefusals.Calendar(e.Message.Split(" (Parameter")[0]);
        }
    }
}
