using Workflow.Host.Access;
using Workflow.Host.Acting;
using Workflow.Host.Adoption;
using Workflow.Host.Answers;
using Workflow.Host.Attachments;
using Workflow.Host.Cases;
using Workflow.Host.Deadlines;
using Workflow.Host.Definitions;
using Workflow.Host.Drafts;
using Workflow.Host.Exports;
using Workflow.Host.Foresight;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Jobs;
using Workflow.Host.Migration;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Host.Proving;
using Workflow.Host.Replaying;
using Workflow.Host.Screens.Arriving;
using Workflow.Host.Screens.Auditing;
using Workflow.Host.Screens.Desk;
using Workflow.Host.Screens.Overseeing;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Seals;
using Workflow.Host.Supervision;
using Workflow.Host.Telemetry;
using Workflow.Host.Waking;
using Workflow.Host.WhatIf;
using Workflow.Host.Wording;

namespace Workflow.Host;

/// <summary>The web host's table of contents: what it is made of, and every endpoint.</summary>
public static class Server
{
    public static async Task<WebApplication> Build(ServeOptions options, CancellationToken cancellation)
    {
        var folder = options.Read ?? DefinitionFolder.Read(DefinitionFolder.Find(options.Definitions));
        var place = await Workplace.Open(options.Database, folder, options.Time, null, cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Listen(options);
        builder.Logging.AddStructured(options.LogFrom);
        var seals = HostParts.Seals(place, options);
        builder.Services.AddWorkplace(place).AddEvidence(seals).AddSignIn().AddAnswers().AddDescription().AddBounds(options).AddPages();
        if (options.Sweeps)
            builder.Services.AddWaking(place, options, seals);
        var app = builder.Build();
        Use(app, place, options);
        MapEndpoints(app);
        if (options.Sweeps)
            Dashboard.Map(app);
        return app;
    }

    // What every request goes through, in order.
    private static void Use(WebApplication app, Workplace place, ServeOptions options)
    {
        app.Lifetime.ApplicationStopped.Register(() => place.DisposeAsync().AsTask().GetAwaiter().GetResult());
        app.UseWayIn(options.PathBase ?? app.Configuration["PATHBASE"], app.Configuration["AllowedHosts"]);
        app.UseMiddleware<AccessKeeping>()
            .UseExceptionHandler(_ => { })
            .UseStatusCodePages(ProblemHandler.Empty)
            .UseRequestLocalization(Localization.Set)
            .UsePages()
            .UseAuthentication()
            .UseRateLimiter()
            .UseAuthorization()
            .UseKnownQuery();
        // Measures first: what is made last is disposed first, and the last export asks the gauges once more.
        app.Services.GetRequiredService<Measures>();
        app.Services.GetRequiredService<Exporting>();
    }

    // One list by subject, that nothing is looked for in two places.
    private static void MapEndpoints(WebApplication app)
    {
        MapCases(app);
        MapRecord(app);
        MapWork(app);
        MapDefinitions(app);
        MapProofs(app);
        MapScreens(app);
    }

    private static void MapCases(WebApplication app)
    {
        LodgeCase.Map(app);
        ListCases.Map(app);
        ShowCase.Map(app);
        SendCommand.Map(app);
        SendMany.Map(app);
        ShowForm.Map(app);
        ListCandidates.Map(app);
        PreviewCommand.Map(app);
        ForeseeNext.Map(app);
        PreviewMigration.Map(app);
        AdoptOne.Map(app);
        FindAdopted.Map(app);
        UploadFile.Map(app);
        DownloadFile.Map(app);
    }

    private static void MapRecord(WebApplication app)
    {
        ShowTimeline.Map(app);
        ShowPersonal.Map(app);
        ExplainClock.Map(app);
        ReplayCase.Map(app);
        ListReceipts.Map(app);
        ListAccess.Map(app);
    }

    private static void MapWork(WebApplication app)
    {
        ListWork.Map(app);
        ListCopies.Map(app);
        ShowBoard.Map(app);
        ListBoardTasks.Map(app);
        HandOver.Map(app);
        SaveDraft.Map(app);
        ShowDraft.Map(app);
        DiscardDraft.Map(app);
        ListAlerts.Map(app);
        CloseAlert.Map(app);
        ShowMe.Map(app);
        TokenList.Map(app);
    }

    private static void MapDefinitions(WebApplication app)
    {
        ListDefinitions.Map(app);
        ShowDefinition.Map(app);
        LintDefinition.Map(app);
        AskWhatIf.Map(app);
        ConformLog.Map(app);
        ShowStats.Map(app);
    }

    private static void MapProofs(WebApplication app)
    {
        SealNow.Map(app);
        ShowSeals.Map(app);
        CompareReceipts.Map(app);
        VerifyLedger.Map(app);
        ReadjudicateCases.Map(app);
        ExportLedger.Map(app);
        ShowJobs.Map(app);
    }

    private static void MapScreens(WebApplication app)
    {
        SignInPage.Map(app);
        PageAssets.Map(app);
        ShowWork.Map(app);
        ShowCopiesPage.Map(app);
        ShowBoardPage.Map(app);
        ShowBoardTasksPage.Map(app);
        ShowReplayPage.Map(app);
        ShowCasesPage.Map(app);
        ShowCasePage.Map(app);
        ActOnCase.Map(app);
        LodgeHere.Map(app);
        SpeakPage.Map(app);
        ShowHealth.Map(app);
        Description.Map(app);
    }
}
