using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Workflow.Definitions.Registers;
using Workflow.Engine.Calendars;
using Workflow.Host.Acting;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Opening;
using Workflow.Host.Waking;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens.Sheets;

/// <summary>What stands around every page: where one is, who one is, and which day it is in law.</summary>
/// <param name="Words">The language.</param>
/// <param name="Title">What the page is called.</param>
/// <param name="Here">The address of the menu that is lit.</param>
/// <param name="Base">The path base, in front of every address.</param>
public sealed record Frame(Words Words, string Title, string Here, string Base)
{
    /// <summary>The person; null on a page that stands before the sign-in.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The person's posts, as people call them.</summary>
    public string Posts { get; init; } = "";

    /// <summary>The day today, with its weekday and whether offices work.</summary>
    public string Day { get; init; } = "";

    /// <summary>The menu: address, title and number.</summary>
    public ImmutableArray<MenuItem> Menu { get; init; } = [];

    /// <summary>The field that a form carries so that no other site sends it.</summary>
    public AntiforgeryTokenSet? Forgery { get; init; }

    /// <summary>Where the page lies, to come back to it in the other language.</summary>
    public string Address { get; init; } = "/";

    /// <summary>The menu counts no further: it stands on every page.</summary>
    public const int MostInMenu = 99;

    /// <summary>Makes the frame of a page for a person who is signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="here">The address of the menu that is lit.</param>
    /// <param name="counted">What waits for the person, where the page has counted it already; null and it is counted here.</param>
    public static Frame Of(HttpContext context, string title, string here, WorkTally? counted = null)
    {
        var (services, caller, words) = (context.RequestServices, Caller.Of(context), Words.Of(context));
        var (place, register) = (services.GetRequiredService<Workplace>(), services.GetRequiredService<Register>());
        var work = counted ?? services.GetRequiredService<WorkList>().Tally(caller, MostInMenu);
        return new Frame(words, title, here, context.Request.PathBase)
        {
            Caller = caller,
            Posts = words.List(caller.Person.Posts.Select(p => PostTitles.Of(register, p, words))),
            Day = DayToday(place, caller.Today, words),
            Menu = [.. MenuOf(caller, words, work)],
            Forgery = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
            Address = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}",
        };
    }

    private static string DayToday(Workplace place, DateOnly today, Words words)
    {
        var day = place.Calendars.At(new AuthorityCalendar(Organisation.DefaultZone, []), place.Time.GetUtcNow()).Describe(today);
        return words.Say("page.day", Lines.Day(today), words.Weekday(today), words[DayWord(day)]);
    }

    private static string DayWord(CalendarDay day) =>
        day.IsWorkday ? "page.day.work"
        : day.Name is null ? "page.day.rest"
        : "page.day.holiday";

    private static IEnumerable<MenuItem> MenuOf(Caller caller, Words words, WorkTally work)
    {
        var late = work.Lamps.GetValueOrDefault("red") > 0;
        yield return new MenuItem(MenuGroup.Work, "/work", words["page.work"]) { Count = Math.Min(work.All, MostInMenu), IsLate = late };
        yield return new MenuItem(MenuGroup.Work, "/copies", words["page.copies"]);
        yield return new MenuItem(MenuGroup.Work, "/cases", words["page.cases"]);
        yield return new MenuItem(MenuGroup.Work, "/lodge", words["page.lodge"]);
        if (caller.ReadsAll)
            yield return new MenuItem(MenuGroup.Supervision, "/board", words["page.board"]);
        if (caller.Oversees)
            yield return new MenuItem(MenuGroup.Supervision, Dashboard.Path, words["page.deadlines"]);
    }
}

/// <summary>The parts of the menu, in their order.</summary>
public enum MenuGroup
{
    /// <summary>What one does.</summary>
    Work,

    /// <summary>What one watches over.</summary>
    Supervision,
}

/// <summary>A line of the menu.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Address">Where it leads, below the path base; its icon has the same name.</param>
/// <param name="Title">What it is called.</param>
public sealed record MenuItem(MenuGroup Group, string Address, string Title)
{
    /// <summary>How much is there; null where nothing is counted.</summary>
    public int? Count { get; init; }

    /// <summary>Whether something there is late.</summary>
    public bool IsLate { get; init; }
}
