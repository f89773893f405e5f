using Microsoft.OpenApi;

namespace Workflow.Host;

/// <summary>OpenAPI 3.1 at <c>/openapi/v1.json</c>, and Swagger UI at <c>/swagger</c> to try it. Both show paths, never data.</summary>
public static class Description
{
    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            o =>
            {
                o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                o.CreateSchemaReferenceId = DescribedShapes.Name;
                o.AddSchemaTransformer((schema, context, _) => DescribedShapes.Set(schema, context.JsonTypeInfo));
                o.AddOperationTransformer(
                    (operation, context, _) => DescribedAnswers.Set(operation, context.Description, context.Document!)
                );
                o.AddDocumentTransformer((document, _, _) => Describe(document));
            }
        );

    /// <summary>Swagger UI stands before the sign-in: it is a page to type a token into.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) =>
        app.UseSwaggerUI(o => o.SwaggerEndpoint("../openapi/v1.json", "Workflow"));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    private static readonly Dictionary<string, string> Chapters = new()
    {
        ["Cases"] = "案件 / Lodging, what may be done to a case, and how it stands",
        ["Inbox"] = "待办与抄送 / What waits for the caller, and what was sent to them",
        ["Supervision"] = "电子监察 / Where work is late, and with whom",
        ["Deadlines"] = "期限 / What a person must look at because time has passed",
        ["Definitions"] = "流程定义 / What was published, and whether a definition is sound",
        ["Evidence"] = "留痕与核验 / What happened, why, and whether the ledger is as it was written",
        ["Identity"] = "身份 / Who the caller is, and their tokens",
        ["Health"] = "运行状况 / Whether the host lives, and whether it can work",
    };

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Workflow",
            Version = "v1",
            Description =
                "行政审批流程引擎 / Administrative approvals with statutory working-day clocks. Send 'Authorization: Bearer TOKEN'.",
        };
        foreach (var chapter in document.Tags ?? new HashSet<OpenApiTag>())
            chapter.Description = Chapters.GetValueOrDefault(chapter.Name ?? "");
        DescribedWords.Set(document);
        // Where it is served is where it was read: a name that the one who asked has written is not repeated.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }
}
