using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Deadlines;

/// <summary><c>due</c>: answers requests for due dates.</summary>
internal sealed class DueVerb(VerbForm form)
{
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<bool> _mark = form.Flag("--bom");
    private readonly Option<bool> _explain = form.Flag("--explain");
    private readonly Option<DateOnly?> _known = form.Day("--known-on");
    private readonly Option<string> _zone = form.Default("--zone", "ZONE", Organisation.DefaultZone);
    private readonly Option<string[]> _overlays = form.Texts("--overlay", "ID");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "due");
        return form.Does(new DueVerb(form).Run);
    }

    private int Run(ParseResult given)
    {
        var (terminal, calendar) = (form.Terminal, Calendar(given));
        if (given.GetValue(_mark))
            terminal.Out.Write('\uFEFF');
        var days = given.GetValue(_explain) ? new StringWriter() : null;
        var errors = DueRequests.Answer(terminal.In, terminal.Out, calendar, terminal.Words.Language, days);
        if (days is not null)
            terminal.Out.Write($"\n{days}");
        terminal.Out.Flush();
        return errors == 0 ? 0 : 1;
    }

    private WorkCalendar Calendar(ParseResult given)
    {
        var problems = new Problems();
        var shelf =
            DefinitionFolder.Shelf(DefinitionFolder.Find(given.GetValue(_definitions)), problems)
            ?? throw OpeningRefusals.Broken(FileKind.Calendars, problems.All[0]);
        var (zone, overlays) = (given.GetValue(_zone)!, given.GetValue(_overlays) ?? []);
        if (overlays.FirstOrDefault(id => shelf.Overlays.All(o => o.Id != id)) is { } unknown)
            throw DueRefusals.Overlay(unknown, shelf.Overlays.Select(o => new NameValue(o.Id, o.Title)));
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? shelf.Resolve(zone, given.GetValue(_known) ?? DateOnly.MaxValue, overlays)
            : throw DueRefusals.Zone(zone);
    }
}
