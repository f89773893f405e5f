using System.CommandLine;
using Workflow.Engine.Foresight;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Foresight;

/// <summary><c>next CASE STEP OUTCOME</c>: who would come next and until when.</summary>
public static class NextVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "next");
        var number = form.Argument("CASE");
        var step = form.Argument("STEP");
        var outcome = form.Argument("OUTCOME");
        var by = form.Text("--by", "PERSON");
        var (database, definitions, json) = (form.Database(), form.Definitions(), form.Json());
        form.Command.SetAction(
            async (parsed, _) =>
            {
                var file = parsed.GetValue(database)!;
                await using var place = Workplace.Look(
                    file,
                    DefinitionFolder.Read(DefinitionFolder.Find(parsed.GetValue(definitions))),
                    TimeProvider.System
                );
                var (key, taken, person) = (parsed.GetValue(step)!, parsed.GetValue(outcome)!, parsed.GetValue(by));
                var foreseen =
                    place.Runner.Ask(
                        parsed.GetValue(number)!,
                        (state, at, outside) => Foreseeing.Of(state, key, taken, person, at, outside)
                    ) ?? throw OpeningRefusals.NoCase(parsed.GetValue(number)!);
                await Administration.Look(place.Database, "next", parsed.GetValue(number));
                if (parsed.GetValue(json))
                    terminal.WriteJson(foreseen);
                else
                    new ForeseenText(terminal.Out, terminal.Words).Write(foreseen);
                return foreseen.Refusal is null ? 0 : 1;
            }
        );
        return form.Command;
    }
}
