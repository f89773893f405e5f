using System.Collections.Immutable;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/cases</c>: the cases that the person may see, those touched last first.</summary>
public static class ShowCasesPage
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases", Handle).AsPage();

    private static IResult Handle(HttpContext context, CaseList cases, string? process, string? stage, string? party, string? cursor)
    {
        var words = Words.Of(context);
        var page = cases.Page(Caller.Of(context), words, process, stage, party, cursor, PageSize);
        return PageRoutes.Show<CasesPage, CasesModel>(
            context,
            new CasesModel(Frame.Of(context, words["page.cases"], "/cases"), page, PageQuery.Of(context))
        );
    }
}

/// <summary>The list of cases as its page shows it.</summary>
public sealed record CasesModel(Frame Frame, Page<ListCases.ListedCase> Page, PageQuery Query)
{
    public ImmutableArray<CaseStage> Stages { get; } = [.. Enum.GetValues<CaseStage>().Where(s => s != CaseStage.None)];
}
