using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Deadlines;
using Workflow.Host.Definitions;
using Workflow.Host.Evidence;
using Workflow.Host.Inbox;
using Workflow.Host.Opening;
using Workflow.Host.Telemetry;

namespace Workflow.Host;

/// <summary>The web host's table of contents: what it is made of, and every endpoint.</summary>
public static class Server
{
    public static async Task<WebApplication> Build(ServeOptions options, CancellationToken cancellation)
    {
        var folder = DefinitionFolder.Read(DefinitionFolder.Find(options.Definitions));
        var place = await Workplace.Open(options.Database, folder, options.Time, null, cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls).UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Bodies.MaxBytes);
        builder.Logging.AddStructured(options.LogFrom);
        builder.Services.AddWorkplace(place).AddSignIn().AddAnswers().AddDescription();
        if (options.Sweeps) builder.Services.AddRecurringWorks(place, options);
        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(() => place.DisposeAsync().AsTask().GetAwaiter().GetResult());
        app.UseMiddleware<AccessKeeping>().UseExceptionHandler(_ => { }).UseStatusCodePages(ProblemHandler.Empty).UsePages().UseAuthentication().UseAuthorization();
        // Measures first: what is made last is disposed first, and the last export asks the gauges once more.
        app.Services.GetRequiredService<Measures>();
        app.Services.GetRequiredService<Exporting>();
        MapEndpoints(app);
        return app;
    }

    private static void MapEndpoints(WebApplication app)
    {
        LodgeCase.Map(app);
        ListCases.Map(app);
        ShowCase.Map(app);
        SendCommand.Map(app);
        PreviewMigration.Map(app);
        ForeseeNext.Map(app);
        SendMany.Map(app);
        HandOver.Map(app);
        ShowTimeline.Map(app);
        ExplainClock.Map(app);
        ListAlerts.Map(app);
        CloseAlert.Map(app);
        ListWork.Map(app);
        ListDefinitions.Map(app);
        ShowDefinition.Map(app);
        LintDefinition.Map(app);
        ReplayCase.Map(app);
        UploadFile.Map(app);
        DownloadFile.Map(app);
        ListAccess.Map(app);
        ShowHealth.Map(app);
        Description.Map(app);
    }
}
