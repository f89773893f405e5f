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
        var form = new VerbForm(terminal, "due");
        var definitions = form.Definitions();
        var explain = form.Flag("--explain");
        var known = form.Day("--known-on");
        var zone = form.Default("--zone", "ZONE", Organisation.DefaultZone);
        var overlays = form.Texts("--overlay", "ID");
        form.Command.SetAction(parsed =>
        {
            var calendar = Calendar(
                parsed.GetValue(definitions),
                parsed.GetValue(zone)!,
                parsed.GetValue(known) ?? DateOnly.MaxValue,
                parsed.GetValue(overlays) ?? []
            );
            return Run(terminal, calendar, parsed.GetValue(explain));
        });
        return form.Command;
    }

    private static int Run(Terminal terminal, WorkCalendar calendar, bool explain)
    {
        var days = explain ? new StringWriter() : null;
        var errors = DueRequests.Answer(terminal.In, terminal.Out, calendar, terminal.Words.Language, days);
        if (days is not null)
            terminal.Out.Write($"\n{days}");
        terminal.Out.Flush();
        return errors == 0 ? 0 : 1;
    }

    private static WorkCalendar Calendar(string? definitions, string zone, DateOnly knownOn, string[] overlays)
    {
        var problems = new Problems();
        var shelf =
            DefinitionFolder.Shelf(DefinitionFolder.Find(definitions), problems)
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
