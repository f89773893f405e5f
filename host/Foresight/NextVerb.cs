using System.CommandLine;
using Workflow.Engine.Foresight;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Foresight;

/// <summary><c>next CASE STEP OUTCOME</c>: who would come next and until when.</summary>
internal sealed class NextVerb(VerbForm form)
{
    private readonly Argument<string> _case = form.Argument("CASE");
    private readonly Argument<string> _step = form.Argument("STEP");
    private readonly Argument<string> _outcome = form.Argument("OUTCOME");
    private readonly Option<string?> _by = form.Text("--by", "PERSON");
    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "next");
        return form.Does(new NextVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var place = Workplace.Look(given.GetValue(_database)!, given.GetValue(_definitions));
        var foreseen = Ask(place, given);
        await Administration.Look(place.Database, "next", given.GetValue(_case));
        form.Terminal.Answer(
            given.GetValue(_json),
            foreseen,
            () => new ForeseenText(form.Terminal.Out, form.Terminal.Words).Write(foreseen)
        );
        return foreseen.Refusal is null ? 0 : 1;
    }

    private Foreseen Ask(Workplace place, ParseResult given)
    {
        var (number, step, outcome) = (given.GetValue(_case)!, given.GetValue(_step)!, given.GetValue(_outcome)!);
        var by = given.GetValue(_by);
        if (by is not null)
            KnownPerson.Require(place.Folder.Register, by);
        return place.Runner.Ask(number, (state, at, outside) => Foreseeing.Of(state, step, outcome, by, at, outside))
            ?? throw OpeningRefusals.NoCase(number);
    }
}
