namespace Workflow.Tests.Support;

/// <summary>Tests that take minutes run only where somebody asks for them: <c>WORKFLOW_HEAVY=1 dotnet test --filter TestCategory=Heavy</c>.</summary>
internal static class Heavy
{
    internal const string Category = "Heavy";

    internal static void Only()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_HEAVY") != "1")
            Assert.Ignore("It takes minutes; WORKFLOW_HEAVY=1 runs it.");
    }
}
