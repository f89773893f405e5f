using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Adoption;

/// <summary><c>adopt FILE.csv</c>: takes over running cases from another system, each by itself, with a report line for each row.</summary>
public static class AdoptVerb
{
    private const int LargestFile = 256 << 20;

    public static Command Make(Terminal terminal)
    {
        var form = new AdoptForm(terminal);
        form.Command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var office = await form.Office(parsed, cancellation);
                var wish = Wish(form, parsed, office);
                using var file = Text(parsed.GetValue(form.File)!);
                return await new AdoptionRun(terminal, office, wish).Take(file, cancellation);
            }
        );
        return form.Command;
    }

    private static AdoptionWish Wish(AdoptForm form, ParseResult parsed, AdoptionPlace office)
    {
        var (id, named) = (parsed.GetValue(form.Process)!, parsed.GetValue(form.Definition));
        var digest = named is null ? null : office.Editions.Find(id, named);
        KnownPerson.Require(office.Place.Folder.Register, parsed.GetValue(form.By)!);
        return new AdoptionWish(
            office.Names(id, digest),
            form.Terms(parsed, digest),
            parsed.GetValue(form.By)!,
            parsed.GetValue(form.Dry),
            parsed.GetValue(form.Format) == "json"
        );
    }

    private static StreamReader Text(string file)
    {
        InputFile.Require(FileKind.Transfer, file, LargestFile);
        return TableEncoding.Open(InputFile.Open(FileKind.Transfer, file));
    }
}
