// Our engine beside other ways of computing the same, in one run, as ratios.
// usage: Dsl.Compare PROGRAM (--quick | --full) REPORT | floor TARGET RESULT THREADS FILE[|COLUMN…]…
//   PROGRAM: policy.dll as it is published; REPORT: the file for the figures
using System.Globalization;
using Dsl.Compare;
using Dsl.Loading.Policies;

switch (args)
{
    case ["floor", var target, var result, var threads, .. var inputs]:
        Floor.Run(inputs, result, target, int.Parse(threads, CultureInfo.InvariantCulture));
        return 0;
    case [var program, ("--quick" or "--full") and var size, var file]:
        Compare(program, size == "--full", file);
        return 0;
    default:
        Console.Error.WriteLine("usage: Dsl.Compare PROGRAM (--quick | --full) REPORT");
        return 2;
}

static void Compare(string program, bool isFull, string file)
{
    var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
    var (twelve, five) = (Path.Combine(root, "benchmarks", "Dsl.Compare", "policies"), Path.Combine(root, "policies"));
    var folder = Directory.CreateTempSubdirectory("policy-compare-").FullName;
    using var kept = new StreamWriter(file);
    try
    {
        var (report, rounds) = (new Report(kept), isFull ? 5 : 3);
        report.Say("AVX-512", HandKernel.IsWide ? 1 : 0);
        var (rows, subjects) = isFull ? (1_000_000, 100_000) : (200_000, 5_000);
        var enterprises = Enterprises.Draw(rows, seed: 1);
        var flat = new StoredRegistry("twelve clauses", twelve, Path.Combine(folder, "twelve"));
        Directory.CreateDirectory(flat.Csv);
        enterprises.WriteCsv(Path.Combine(flat.Csv, "企业.csv"));
        var dense = Sample("five documents, dense", subjects, isThin: false);
        var sparse = Sample("five documents, sparse", subjects * 10, isThin: true);

        var memory = new InMemory(report, rounds);
        memory.Twelve(enterprises, twelve, flat.Csv);
        memory.Policies("five documents, dense", five, dense.Csv);

        Environment.SetEnvironmentVariable("POLICY_CACHE", Path.Combine(folder, "cache"));
        foreach (var registry in (StoredRegistry[])[flat, dense, sparse])
        {
            registry.Convert(program, PolicyLoader.Load([registry.Policies]).Compilation.Program);
            new Whole(report, program, folder, rounds).Run(registry);
        }
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }

    StoredRegistry Sample(string name, int subjects, bool isThin)
    {
        var registry = new StoredRegistry(name, five, Path.Combine(folder, isThin ? "sparse" : "dense"));
        WholeRun.Of(program, "sample", five, "--rows", subjects.ToString(CultureInfo.InvariantCulture), "--seed", "1", "--output",
            registry.Csv);
        if (isThin)
            registry.Thin(PolicyLoader.Load([five]).Compilation.Program.Schema.Subjects.Select(static subject => subject.Name));
        return registry;
    }
}

static string Root(DirectoryInfo? folder) =>
    folder is null ? throw new InvalidOperationException("run this from a checkout")
    : File.Exists(Path.Combine(folder.FullName, "Dsl.sln")) ? folder.FullName
    : Root(folder.Parent);
