using System.CommandLine;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Identity;

/// <summary><c>token PERSON</c>: makes a bearer token.</summary>
public static class TokenVerb
{
    private const string Purpose = "command line";

    // Ten years: what is meant to hold longer is not meant to be looked after.
    private const int LongestDays = 3650;

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "token");
        var person = form.Argument("PERSON");
        var (database, definitions) = (form.Database(), form.Definitions());
        var days = form.Number("--days");
        var revoke = form.Flag("--revoke");
        form.Check(new Message("verb.token_days", ("most", LongestDays)), result => result.GetValue(days) is < 1 or > LongestDays);
        form.Command.SetAction(
            async (parsed, _) =>
            {
                // Whoever has left the register is the first whose tokens must end.
                var id = parsed.GetValue(revoke) ? parsed.GetValue(person)! : Known(parsed.GetValue(person)!, parsed.GetValue(definitions));
                await using var open = DatabaseFile.Open(parsed.GetValue(database)!);
                HostSchema.Update(open);
                var (tokens, ends) = (new BearerTokens(open, TimeProvider.System), parsed.GetValue(revoke));
                await Administration.Record(
                    open,
                    Administration.Act(TimeProvider.System.GetUtcNow(), $"{(ends ? "end tokens" : "make a token")} of {id}")
                );
                if (ends)
                    terminal.Tell("token.ended", ("tokens", tokens.EndAllOf(id)));
                else
                    terminal.Out.WriteLine(tokens.Issue(id, Purpose, parsed.GetValue(days) is { } n ? TimeSpan.FromDays(n) : null));
                return 0;
            }
        );
        return form.Command;
    }

    private static string Known(string person, string? definitions)
    {
        var problems = new Problems();
        var register =
            RegisterReader.ReadFolder(DefinitionFolder.Find(definitions), problems)
            ?? throw OpeningRefusals.Broken(FileKind.Register, problems.All[0]);
        return register.Person(person, DateOnly.MinValue) is not null ? person : throw OpeningRefusals.UnknownPerson(person);
    }
}
