using System.CommandLine;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Identity;

/// <summary><c>token PERSON</c>: makes a bearer token.</summary>
internal sealed class TokenVerb(VerbForm form)
{
    private const string Purpose = "command line";

    // Ten years: what is meant to hold longer is not meant to be looked after.
    private const int LongestDays = 3650;

    private readonly Argument<string> _person = form.Argument("PERSON");
    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<int?> _days = form.Number("--days");
    private readonly Option<bool> _revoke = form.Flag("--revoke");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "token");
        var verb = new TokenVerb(form);
        form.Check(new Message("verb.token_days", ("most", LongestDays)), given => given.GetValue(verb._days) is < 1 or > LongestDays);
        return form.Does(verb.Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var (person, ends) = (given.GetValue(_person)!, given.GetValue(_revoke));
        // Whoever has left the register is the first whose tokens must end.
        if (!ends)
            RequireKnown(person, given.GetValue(_definitions));
        // A mistyped path is no ledger: a token of it would open nothing, and one that was to end would go on.
        await using var database = DatabaseFile.OpenExisting(given.GetValue(_database)!);
        HostSchema.Update(database);
        var act = $"{(ends ? "end tokens" : "make a token")} of {person}";
        await Administration.Record(database, Administration.Act(LedgerMarks.Now(database), act));
        var tokens = new BearerTokens(database, TimeProvider.System);
        if (ends)
            return Ended(person, tokens.EndAllOf(person));
        form.Terminal.Out.WriteLine(tokens.Issue(person, Purpose, Length(given)));
        return 0;
    }

    private int Ended(string person, int count)
    {
        if (count == 0)
            form.Terminal.Tell("token.none", ("person", person));
        else
            form.Terminal.Tell("token.ended", ("tokens", count));
        return count == 0 ? 1 : 0;
    }

    private TimeSpan? Length(ParseResult given) => given.GetValue(_days) is { } days ? TimeSpan.FromDays(days) : null;

    private static void RequireKnown(string person, string? definitions)
    {
        var problems = new Problems();
        var register =
            RegisterReader.ReadFolder(DefinitionFolder.Find(definitions), problems)
            ?? throw OpeningRefusals.Broken(FileKind.Register, problems.All[0]);
        KnownPerson.Require(register, person);
    }
}
