package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import dev.almanac.local.postgres.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases beside the suite's own on its PostgreSQL, so that each door has its tables for itself. */
public record Databases(String suiteUrl) {
    private static final String SUPERUSER = "postgres";

    public static Databases of(Suite suite) {
        return new Databases(suite.postgresUrl());
    }

    /** Answers the JDBC URL of an empty database. */
    public String create(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + Postgres.USER);
        }
        return url(name);
    }

    private String url(String name) {
        return suiteUrl.substring(0, suiteUrl.lastIndexOf('/') + 1) + name;
    }
}
