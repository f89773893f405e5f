using Workflow.Host.Wording;
using System.CommandLine;
using System.Data;
using System.Data.Common;
using System.Text;
using Workflow.Host.Adoption;
using Workflow.Host.Cases;
using Workflow.Host.CommandLine;
using Workflow.Host.Deadlines;
using Workflow.Host.Definitions;
using Workflow.Host.Exports;
using Workflow.Host.Foresight;
using Workflow.Host.Identity;
using Workflow.Host.Migration;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Host.Proving;
using Workflow.Host.Replaying;
using Workflow.Host.Reviews;
using Workflow.Host.Seals;
using Workflow.Host.Stories;
using Workflow.Host.WhatIf;
using Workflow.Storage.Databases;

namespace Workflow.Host;

/// <summary>The command line: every verb, and what becomes of errors.</summary>
public static class Verbs
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Cancelled = 130;

    /// <summary>Runs one verb. Exit 0 done, 1 it could not be done or something was found, 2 misused or unreadable, 130 cancelled.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = All(terminal);
        var parsed = root.Parse(args);
        // The list of verbs shows one line each; a verb's own help shows everything.
        foreach (var verb in parsed.CommandResult.Command.Subcommands) verb.Description = verb.Description!.Split('\n')[0];
        if (parsed.Errors.Count > 0)
        {
            terminal.Error.WriteLine($"{string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} Run with --help to see how it is used.");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped before it was done.");
            return Cancelled;
        }
        catch (Exception e) when (e is InputRefusedException or DatabaseRefusedException)
        {
            terminal.Error.WriteLine(Asked(parsed).Say(((MessageException)e).Reason));
            return e is InputRefusedException ? Misused : Failed;
        }
        catch (DecoderFallbackException e)
        {
            terminal.Error.WriteLine($"Expected UTF-8, but the input is not near byte {e.Index}.");
            return Failed;
        }
        catch (Exception e) when (Unreadable(e) is { } unreadable)
        {
            var words = Asked(parsed);
            terminal.Error.WriteLine(words.Say("database.unreadable", unreadable is MessageException told ? words.Say(told.Reason) : unreadable.Message));
            return Failed;
        }
        catch (Exception e) when (e is OpeningRefusedException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(e.Message);
            return Failed;
        }
    }

    // Verbs that say nothing of a language speak Chinese.
    private static Words Asked(ParseResult parsed) =>
        Words.In(parsed.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(o => o.Name == "--language") is { } language
            ? parsed.GetValue(language)!
            : "zh");

    // Work that is done side by side fails side by side; the first tells enough.
    private static Exception? Unreadable(Exception e) => e switch
    {
        AggregateException many => many.Flatten().InnerExceptions.All(inner => Unreadable(inner) is not null) ? many.Flatten().InnerExceptions[0] : null,
        UnreadableException or DataException or DbException => e,
        _ => null,
    };

    /// <summary>Every verb with its options.</summary>
    public static RootCommand All(Terminal terminal)
    {
        var serve = ServeVerb.Make(terminal);
        var root = new RootCommand(Help.Root)
        {
            serve,
            LintVerb.Make(terminal),
            TestVerb.Make(terminal),
            RunVerb.Make(terminal),
            DueVerb.Make(terminal),
            CasesVerb.Make(terminal),
            ReplayVerb.Make(terminal),
            WhyVerb.Make(terminal),
            NextVerb.Make(terminal),
            AdoptVerb.Make(terminal),
            MigrateVerb.Make(terminal),
            VerifyVerb.Make(terminal),
            RebuildVerb.Make(terminal),
            ReadjudicateVerb.Make(terminal),
            WhatIfVerb.Make(terminal),
            SealVerb.Make(terminal),
            ExportVerb.Make(terminal),
            EraseVerb.Make(terminal),
            TokenVerb.Make(terminal),
            ConformVerb.Make(terminal),
            StatsVerb.Make(terminal),
            ReviewVerb.Make(terminal),
        };
        // Without a verb it serves.
        foreach (var option in serve.Options) root.Add(option);
        foreach (var validator in serve.Validators) root.Validators.Add(validator);
        root.Action = serve.Action;
        return root;
    }
}
