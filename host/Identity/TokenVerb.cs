using System.CommandLine;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Identity;

/// <summary><c>token PERSON</c>: makes a bearer token.</summary>
public static class TokenVerb
{
    private const string Purpose = "command line";

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "token");
        var person = form.Argument("PERSON");
        var (database, definitions) = (form.Database(), form.Definitions());
        var days = form.Number("--days");
        var revoke = form.Flag("--revoke");
        form.Command.SetAction(async (parsed, _) =>
        {
            var id = Known(parsed.GetValue(person)!, parsed.GetValue(definitions));
            await using var open = DatabaseFile.Open(parsed.GetValue(database)!);
            HostSchema.Update(open);
            var (tokens, ends) = (new BearerTokens(open, TimeProvider.System), parsed.GetValue(revoke));
            await Administration.Record(open, Administration.Act(TimeProvider.System.GetUtcNow(), $"{(ends ? "end tokens" : "make a token")} of {id}"));
            if (ends) terminal.Tell("token.ended", ("tokens", tokens.Revoke(Purpose, id)));
            else terminal.Out.WriteLine(tokens.Issue(id, Purpose, parsed.GetValue(days) is { } n ? TimeProvider.System.GetUtcNow().AddDays(n) : null));
            return 0;
        });
        return form.Command;
    }

    private static string Known(string person, string? definitions)
    {
        var problems = new Problems();
        var register = RegisterReader.ReadFolder(DefinitionFolder.Find(definitions), problems)
            ?? throw OpeningRefusals.Broken(FileKind.Register, problems.All[0]);
        return register.Person(person, DateOnly.MinValue) is not null ? person : throw OpeningRefusals.UnknownPerson(person);
    }
}
